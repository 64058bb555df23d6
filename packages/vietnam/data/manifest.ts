// Made by scripts/build-packs.ts from the lists named in SOURCES.md. Not edited by hand.

/** The provinces from 2025-07-01, what each was before, and the digest of its part of every pack. */
export const provinces = [
  {
    "code": "01",
    "name": "Thành phố Hà Nội",
    "resolution": "1656",
    "old": [
      {
        "code": "01",
        "name": "Thành phố Hà Nội"
      }
    ],
    "sha256": {
      "2024-10": "eae578f4c6e17bed5889ea31814a03b80e673ba0a637021bac8c63b574a5b0c0",
      "2025-03": "fff5cdda84300054eb1bd91f28c1849b0f8e3a523bf9793982374ade5c6c111c",
      "2025-07": "12cf03c44bb77c5860dc7e9e070454e3640f6ee5130a96282b481ad9814d5ec7"
    }
  },
  {
    "code": "04",
    "name": "Tỉnh Cao Bằng",
    "resolution": "1657",
    "old": [
      {
        "code": "04",
        "name": "Tỉnh Cao Bằng"
      }
    ],
    "sha256": {
      "2024-10": "66591387a9dd1f8d0709281d332d85bc6d9135a49734f724de0085f45ecb74be",
      "2025-07": "9cf41d9e3e7afac5a3485ec14122641988d1fa7fa00a6b5a7c06054b5872ea35"
    }
  },
  {
    "code": "08",
    "name": "Tỉnh Tuyên Quang",
    "resolution": "1684",
    "old": [
      {
        "code": "02",
        "name": "Tỉnh Hà Giang"
      },
      {
        "code": "08",
        "name": "Tỉnh Tuyên Quang"
      }
    ],
    "sha256": {
      "2024-10": "c27abb2eb59cf7c6331e5330a3f00da09fab1552f97778427050d371dd79d22f",
      "2025-07": "d6ca13975bf14e156350ad61c04503b72b857ec14f0bd42ec14f52032a9e3e97"
    }
  },
  {
    "code": "11",
    "name": "Tỉnh Điện Biên",
    "resolution": "1661",
    "old": [
      {
        "code": "11",
        "name": "Tỉnh Điện Biên"
      }
    ],
    "sha256": {
      "2024-10": "2f721ea100f51ff1b886f1511dfe586d98f0feea3658eaaab954ca3bda141591",
      "2025-07": "783af1ec3e14026f05dc9979f7865a2ba11ff5425258f94da7f48d506ac268e1"
    }
  },
  {
    "code": "12",
    "name": "Tỉnh Lai Châu",
    "resolution": "1670",
    "old": [
      {
        "code": "12",
        "name": "Tỉnh Lai Châu"
      }
    ],
    "sha256": {
      "2024-10": "d01febdf8366cd9a48b824c25798424c0c7b590a9c5d7712978da20c92a5c14a",
      "2025-07": "7eb56b0d03b28e8499d38f1d3fd7b98b8b27c356ecb07404698ea27cffd4192d"
    }
  },
  {
    "code": "14",
    "name": "Tỉnh Sơn La",
    "resolution": "1681",
    "old": [
      {
        "code": "14",
        "name": "Tỉnh Sơn La"
      }
    ],
    "sha256": {
      "2024-10": "8fc6fb61b84d9771eec6b4ad5f39c3a17a1f4658107b656139c6d0e03fd3f503",
      "2025-03": "be0fc23517f68843a97ce256c744671bdaa088e74febf61d90810664d09dfc87",
      "2025-07": "b297a93c16f532f2333d5098e6cecf713dc86233e9e43d27881405bb3642d128"
    }
  },
  {
    "code": "15",
    "name": "Tỉnh Lào Cai",
    "resolution": "1673",
    "old": [
      {
        "code": "10",
        "name": "Tỉnh Lào Cai"
      },
      {
        "code": "15",
        "name": "Tỉnh Yên Bái"
      }
    ],
    "sha256": {
      "2024-10": "8ecb1e008935932df98d499f7f5244902d9eca964ce95dbbc0688074198e07ff",
      "2025-03": "8b822fc3b6986ead2e8d0afed21b288fe26f6c72d5e1ff9590893a9c163cd8af",
      "2025-07": "1aa7cde138577acaa25182c2aca0c47eb297d24bb5c4608db519c10cdeb2df3a"
    }
  },
  {
    "code": "19",
    "name": "Tỉnh Thái Nguyên",
    "resolution": "1683",
    "old": [
      {
        "code": "06",
        "name": "Tỉnh Bắc Kạn"
      },
      {
        "code": "19",
        "name": "Tỉnh Thái Nguyên"
      }
    ],
    "sha256": {
      "2024-10": "4dcb78d1971fd873fc286f39f1e96fd57600b176db3f0a764106f58ce19caf99",
      "2025-03": "1541c8c6dcaf2a18d013928931f1e043d374107309470bbc5899a6a4f119feea",
      "2025-07": "4c438342b9edfd4fb1f40e2d84601bfcec9ec10530a797738ea3236873e00333"
    }
  },
  {
    "code": "20",
    "name": "Tỉnh Lạng Sơn",
    "resolution": "1672",
    "old": [
      {
        "code": "20",
        "name": "Tỉnh Lạng Sơn"
      }
    ],
    "sha256": {
      "2024-10": "2f3264cbe1d8f297329f1429caacd32ffbd6b41a60c0d652712796b9f4179930",
      "2025-03": "44f1deb7553f4a737c98e45fe765ff60248829332e5b664bed10896b98c6213d",
      "2025-07": "20e284c454aaa37eab0832e75245a6373623488d1bac14b5d6a2f799e8593471"
    }
  },
  {
    "code": "22",
    "name": "Tỉnh Quảng Ninh",
    "resolution": "1679",
    "old": [
      {
        "code": "22",
        "name": "Tỉnh Quảng Ninh"
      }
    ],
    "sha256": {
      "2024-10": "15d9d08c3268fe1b678639442696a9c4dcf711e32476a5542ccf7c2101053a2d",
      "2025-03": "23a8f75c1af2445ece15028ef211ce2f80c2e74bc76870398172413fd926d020",
      "2025-07": "7e27d3786861ee0e7ac9219bb7d022ec5771219b84a61b93b07463e793bf4c9d"
    }
  },
  {
    "code": "24",
    "name": "Tỉnh Bắc Ninh",
    "resolution": "1658",
    "old": [
      {
        "code": "24",
        "name": "Tỉnh Bắc Giang"
      },
      {
        "code": "27",
        "name": "Tỉnh Bắc Ninh"
      }
    ],
    "sha256": {
      "2024-10": "eeada92a30db21c4e6d963b3fd89200d32838f279732e1b5cc9afb5de8310a67",
      "2025-03": "499cd1bb6c200ff215fdd140c3c94d0a056e5853efe04330df6fbc8bc6fa67bf",
      "2025-07": "b5f022034c2815f7273c52c20f843251ba63bf21300eae3cc23bc7d937df9723"
    }
  },
  {
    "code": "25",
    "name": "Tỉnh Phú Thọ",
    "resolution": "1676",
    "old": [
      {
        "code": "17",
        "name": "Tỉnh Hoà Bình"
      },
      {
        "code": "25",
        "name": "Tỉnh Phú Thọ"
      },
      {
        "code": "26",
        "name": "Tỉnh Vĩnh Phúc"
      }
    ],
    "sha256": {
      "2024-10": "53366d711f2687f2dace4fdf5ed17a66cae86a8b2907728baa786096f6ca7fc6",
      "2025-03": "4d0a12edbe3f713f609256b7c210aff70b166dbbddffb7c170b751f21ddaac3f",
      "2025-07": "82fc589c26af49193b101b5712d6f848e3ee305cea82124d95f3c4ccf146e9c2"
    }
  },
  {
    "code": "31",
    "name": "Thành phố Hải Phòng",
    "resolution": "1669",
    "old": [
      {
        "code": "30",
        "name": "Tỉnh Hải Dương"
      },
      {
        "code": "31",
        "name": "Thành phố Hải Phòng"
      }
    ],
    "sha256": {
      "2024-10": "61c48656a4749526da42166224ea6330f77eb7e1486adf3dd31a539a3f738f76",
      "2025-03": "12a42144a52339c67856a933a48f81eabc10c983b8f7d30c60296cf320f60127",
      "2025-07": "58569279ee1c3039ea0351d4322803edf18b0825adf9dbc0f3b24bff7a26a83c"
    }
  },
  {
    "code": "33",
    "name": "Tỉnh Hưng Yên",
    "resolution": "1666",
    "old": [
      {
        "code": "33",
        "name": "Tỉnh Hưng Yên"
      },
      {
        "code": "34",
        "name": "Tỉnh Thái Bình"
      }
    ],
    "sha256": {
      "2024-10": "0e66168c7a5e71ee41ee269f392f47f5dcca1dd7a5fe75d659a4a9c11dc2273b",
      "2025-03": "d273a1a269b75dac21cafe58bcd6f7a21b00944a2cde4b28aae16374468be4a1",
      "2025-07": "5300954692d1011cde5f49c63e4c9652602ee9ca6a3046b3ea33f99fb1f4d08b"
    }
  },
  {
    "code": "37",
    "name": "Tỉnh Ninh Bình",
    "resolution": "1674",
    "old": [
      {
        "code": "35",
        "name": "Tỉnh Hà Nam"
      },
      {
        "code": "36",
        "name": "Tỉnh Nam Định"
      },
      {
        "code": "37",
        "name": "Tỉnh Ninh Bình"
      }
    ],
    "sha256": {
      "2024-10": "722cb61d71e3d8e70d20646fdb2461ddac2064b560d1c9087f4d29957885cb33",
      "2025-03": "b132d94e7564a264e15c22c4ca65c338534eedb4d8de99433aab5e7db1e9f3dc",
      "2025-07": "9a63dbcb8465b8b92e394b8a98ded417251cded1160a61752bb88de6b2c2ba19"
    }
  },
  {
    "code": "38",
    "name": "Tỉnh Thanh Hóa",
    "resolution": "1686",
    "old": [
      {
        "code": "38",
        "name": "Tỉnh Thanh Hóa"
      }
    ],
    "sha256": {
      "2024-10": "2cc9e8940f19ef9dac48a5ee91e792fdca1ffff4be48591ea5caa762de5472bb",
      "2025-03": "d3632e16e7fd6980c1db75d281c816010f0083145f3dd8a2c4f7131ba037f278",
      "2025-07": "d1d71e323a020d33435949df7539400a5c3262c7f79c4cdfd64a53f5f3861d1a"
    }
  },
  {
    "code": "40",
    "name": "Tỉnh Nghệ An",
    "resolution": "1678",
    "old": [
      {
        "code": "40",
        "name": "Tỉnh Nghệ An"
      }
    ],
    "sha256": {
      "2024-10": "18080d4d7edf61c3bf7c0887665ec483818a5cda0448373e2fc83d61b81090a6",
      "2025-03": "b4a2350f02cee3ffe4f098638998d42b27c2e8e55781dbb8c55ccbb44442930f",
      "2025-07": "f0d3c6c4e8a76e562bc907cca8cce5931875859a0e50589e9b8d55a4c9811459"
    }
  },
  {
    "code": "42",
    "name": "Tỉnh Hà Tĩnh",
    "resolution": "1665",
    "old": [
      {
        "code": "42",
        "name": "Tỉnh Hà Tĩnh"
      }
    ],
    "sha256": {
      "2024-10": "32e832c2e03e60b1466e88ec87b5492d6589d45e6fc4b5438bec31a2bae037e1",
      "2025-03": "56896a1c811b27edb6bd5f32a5ddaa54e20a6a17ef3b0f80e3e17dc1e52029dc",
      "2025-07": "0571cf1bb5574bdbe58a31b43bda63821b54fa2fad52ad171851a9a06d055fba"
    }
  },
  {
    "code": "44",
    "name": "Tỉnh Quảng Trị",
    "resolution": "1680",
    "old": [
      {
        "code": "44",
        "name": "Tỉnh Quảng Bình"
      },
      {
        "code": "45",
        "name": "Tỉnh Quảng Trị"
      }
    ],
    "sha256": {
      "2024-10": "c82d45903fc8704a8d08765ddb7b44ec88b60b3456832d2985acf4fb13030d2c",
      "2025-03": "381d30990481c3b528e6f70e6f0024a37a01682e433b8d0d4ce73fa3232a3546",
      "2025-07": "31e466f61f029e535b4311d7479923a2e433520c9f7a5a110adbc38f6009f9e5"
    }
  },
  {
    "code": "46",
    "name": "Thành phố Huế",
    "resolution": "1675",
    "old": [
      {
        "code": "46",
        "name": "Tỉnh Thừa Thiên Huế"
      }
    ],
    "sha256": {
      "2024-10": "78d08cb60d7c49252fa14e58779f57b2d5af420ec03605596c2d766554e6a45b",
      "2025-03": "ef14f30236c09ce6b1d36668d35eb024d0ba9662375f018e6be3fdb5352fb3e1",
      "2025-07": "9eadd71677454b03ded4e59cf7adf9598893e749d3defa0075be3c8f1819ebbb"
    }
  },
  {
    "code": "48",
    "name": "Thành phố Đà Nẵng",
    "resolution": "1659",
    "old": [
      {
        "code": "48",
        "name": "Thành phố Đà Nẵng"
      },
      {
        "code": "49",
        "name": "Tỉnh Quảng Nam"
      }
    ],
    "sha256": {
      "2024-10": "857aa10b2e35aae1c53f57f7ebd0853d5d7e1ae8f28dabfdf71c4bce424fdf63",
      "2025-03": "f630cb7bc39f163c0d68bfe8d289ea153a85b5d341a21191184cd08cfe8426c0",
      "2025-07": "2d5025d54059142c7415208f0a7ccb839e1d4258b536cd80a5fc367d4b751755"
    }
  },
  {
    "code": "51",
    "name": "Tỉnh Quảng Ngãi",
    "resolution": "1677",
    "old": [
      {
        "code": "51",
        "name": "Tỉnh Quảng Ngãi"
      },
      {
        "code": "62",
        "name": "Tỉnh Kon Tum"
      }
    ],
    "sha256": {
      "2024-10": "49ffedc497f2134109aee48723389befda75dc3e7da817e4fb9b78bf3d4a3751",
      "2025-03": "54fe8560afb95a164b222e6821bc8ff364b2234068f156f2d9540f01deaa1e0a",
      "2025-07": "cef04e944e492370ac453f4feba3f802f291f1e7a3a2cae70080988857140f94"
    }
  },
  {
    "code": "52",
    "name": "Tỉnh Gia Lai",
    "resolution": "1664",
    "old": [
      {
        "code": "52",
        "name": "Tỉnh Bình Định"
      },
      {
        "code": "64",
        "name": "Tỉnh Gia Lai"
      }
    ],
    "sha256": {
      "2024-10": "a71a4e34fd7f2fc6b161f4a7dade0d834e8475c32c4526741a8bdc92535fe9ee",
      "2025-03": "d540527636ebe6f4e16ed4084d426c05924a04ff65dc54920fa4d3fe7a174fc8",
      "2025-07": "2a28d95de2bcae4319c1e9ff47ded84b5629b4fdc933484d084ded964e6e2d52"
    }
  },
  {
    "code": "56",
    "name": "Tỉnh Khánh Hòa",
    "resolution": "1667",
    "old": [
      {
        "code": "56",
        "name": "Tỉnh Khánh Hòa"
      },
      {
        "code": "58",
        "name": "Tỉnh Ninh Thuận"
      }
    ],
    "sha256": {
      "2024-10": "ba39faadb1043ebfd4f57126640061cc1b48cb074dd6cc640f4a350a58a2367f",
      "2024-11-nha-trang": "4f85e93f6eaf61a4d07469d09ba3f86af85e23b19be567ff0cf13ff3880ebaae",
      "2025-03": "ca13cc546abc736f7ecf1b8fd58ff7fb1ec47dfd0c80228aaa19b2651d4aba6f",
      "2025-07": "2c1e851bc83d75eec8f1d511f6d66ab2ae1d0861aed6148accb5f755820a9a89"
    }
  },
  {
    "code": "66",
    "name": "Tỉnh Đắk Lắk",
    "resolution": "1660",
    "old": [
      {
        "code": "54",
        "name": "Tỉnh Phú Yên"
      },
      {
        "code": "66",
        "name": "Tỉnh Đắk Lắk"
      }
    ],
    "sha256": {
      "2024-10": "1b6ae6bb341f070a5db0d3192b31f3665e38d29da5c4a0eac86765f09e2fb85d",
      "2025-03": "7440cfc5359d0f9b9f91addcb13580868ca1a5f5e80e7fa0a806c9085bf55e1b",
      "2025-07": "7102fcf146a01a91e0a5d9f8f9a06b3f6bcb7adf20dd2a66e03f02753bdb59f2"
    }
  },
  {
    "code": "68",
    "name": "Tỉnh Lâm Đồng",
    "resolution": "1671",
    "old": [
      {
        "code": "60",
        "name": "Tỉnh Bình Thuận"
      },
      {
        "code": "67",
        "name": "Tỉnh Đắk Nông"
      },
      {
        "code": "68",
        "name": "Tỉnh Lâm Đồng"
      }
    ],
    "sha256": {
      "2024-10": "41021b000b8916d875f86f385b3b29099561b6918cad4f4a06f71ad4927f5800",
      "2025-03": "0d7b4d51cd31bbdcce270a3d1b0a18e368cdaea68488edd51f2d9bad5cded9ec",
      "2025-07": "6f3b5ce941704ff9356f203a0d5d4d786e89b4cddedf56e2a6c7df24e87d2354"
    }
  },
  {
    "code": "75",
    "name": "Tỉnh Đồng Nai",
    "resolution": "1662",
    "old": [
      {
        "code": "70",
        "name": "Tỉnh Bình Phước"
      },
      {
        "code": "75",
        "name": "Tỉnh Đồng Nai"
      }
    ],
    "sha256": {
      "2024-10": "cee06581f4d6b6c2f8f3a508261e30a74135fca066c35c0784edd3842b229109",
      "2025-03": "4e4eec7b5315e8ab4792bf5dd0efbff801fb0ace685126294615a5dbeccee4db",
      "2025-07": "aac3fde791e37defab58392835c7d1cab4f8c473015f94379cee8c3f9c3d9069"
    }
  },
  {
    "code": "79",
    "name": "Thành phố Hồ Chí Minh",
    "resolution": "1685",
    "old": [
      {
        "code": "74",
        "name": "Tỉnh Bình Dương"
      },
      {
        "code": "77",
        "name": "Tỉnh Bà Rịa - Vũng Tàu"
      },
      {
        "code": "79",
        "name": "Thành phố Hồ Chí Minh"
      }
    ],
    "sha256": {
      "2024-10": "9000870fa91e008115341f1e89cdfb8134067fe1ad96745ed273ab30819d2f17",
      "2025-03": "170a67c1a92ad507e6cbdeb2c5d76b1d4e0417fefc6c882f7413bb335faa9b04",
      "2025-07": "b092fb31108899ca068899e36724314542f5fa07b1b683bdc747c297fe869e3f"
    }
  },
  {
    "code": "80",
    "name": "Tỉnh Tây Ninh",
    "resolution": "1682",
    "old": [
      {
        "code": "72",
        "name": "Tỉnh Tây Ninh"
      },
      {
        "code": "80",
        "name": "Tỉnh Long An"
      }
    ],
    "sha256": {
      "2024-10": "4a1d6e0c4e6abdf4b113e22e7d9a56ea74ffa9b4b0fe278b34370e17db77d41c",
      "2025-03": "52c1c9acaa22ba15e30300eafa39e49c77e8ebc15dec335cbb1a08147abf17f4",
      "2025-07": "8baa4216a03e11af67a2c12d39e64be30a8cc83af9e283ecc6481e5f94df0cc4"
    }
  },
  {
    "code": "82",
    "name": "Tỉnh Đồng Tháp",
    "resolution": "1663",
    "old": [
      {
        "code": "82",
        "name": "Tỉnh Tiền Giang"
      },
      {
        "code": "87",
        "name": "Tỉnh Đồng Tháp"
      }
    ],
    "sha256": {
      "2024-10": "bdce4e983f15010480f5bea6efc71357299ab4bb9ef1a465b0403280d8d476fb",
      "2025-03": "429d8fdd188b4fbf9d805ab3213a02955172bbe6a764fe8c03557bae8abf19de",
      "2025-07": "35b15503a0253c878435b7a991fa40c2c11a57179918d12bf840bd0afe76ac1c"
    }
  },
  {
    "code": "86",
    "name": "Tỉnh Vĩnh Long",
    "resolution": "1687",
    "old": [
      {
        "code": "83",
        "name": "Tỉnh Bến Tre"
      },
      {
        "code": "84",
        "name": "Tỉnh Trà Vinh"
      },
      {
        "code": "86",
        "name": "Tỉnh Vĩnh Long"
      }
    ],
    "sha256": {
      "2024-10": "4f91f2111a27054c224e1da2a3ae89679a000997cac850f3903f0bd2d39eba15",
      "2025-03": "b3e05d6bf7b996ed43f8383d753a6dfd5600f6af4c3daf77f983c73026682c21",
      "2025-07": "8634cc8fab8d4a2935854f090472bc44839ab3883b91bc4cfbce045da9cfa79d"
    }
  },
  {
    "code": "91",
    "name": "Tỉnh An Giang",
    "resolution": "1654",
    "old": [
      {
        "code": "89",
        "name": "Tỉnh An Giang"
      },
      {
        "code": "91",
        "name": "Tỉnh Kiên Giang"
      }
    ],
    "sha256": {
      "2024-10": "19cd1d1f2e636ba2acc76e7bad394f26431b894f579343ab99d63bacd8614095",
      "2025-03": "a4f497f19a315b296eef0e65c48da7b8bdec4f5d37381de6efe16655258076fd",
      "2025-07": "0f584bcf0e4b630977ce76cdfbb7e80c8e8ff4522e31ebeef72cd9cb2434e907"
    }
  },
  {
    "code": "92",
    "name": "Thành phố Cần Thơ",
    "resolution": "1668",
    "old": [
      {
        "code": "92",
        "name": "Thành phố Cần Thơ"
      },
      {
        "code": "93",
        "name": "Tỉnh Hậu Giang"
      },
      {
        "code": "94",
        "name": "Tỉnh Sóc Trăng"
      }
    ],
    "sha256": {
      "2024-10": "a9d5538af931e2a8ad33ffb4fa8aa8697c8699b7154082e6188d0c56e23bcbcf",
      "2025-03": "e4f8eb6eed973593eab42701a33fff3391b30444d5cad19f855f9658b760f4cd",
      "2025-07": "65b31642a15f1f5c3abcaed775e4164945461f7fb3ea49beb9be179095b34bfb"
    }
  },
  {
    "code": "96",
    "name": "Tỉnh Cà Mau",
    "resolution": "1655",
    "old": [
      {
        "code": "95",
        "name": "Tỉnh Bạc Liêu"
      },
      {
        "code": "96",
        "name": "Tỉnh Cà Mau"
      }
    ],
    "sha256": {
      "2024-10": "344a946defcbfb20714b99ddf05578947778b20deb6de56484d70c069be835a7",
      "2025-03": "b8a4d3ec0128011c48c6057471e68831f144fcb8d82abe5080f5df2469d381e4",
      "2025-07": "7f29618d78890c8459e7790eca5374a2ec9f3e5f799dfb55c126778480503e46"
    }
  }
] as const;

/** SHA-256 of each pack as a whole. */
export const packDigests = {
  "2024-10": "d520009686aa61b4a933201982ecade79ef8c2ebf47457241ca3079826c103ce",
  "2024-11-nha-trang": "f60616d940bd95c299abdc9661c6cb85966afa0aed5e22d5836f0d61dce084a5",
  "2025-03": "79101da4eaa9a0b3dab3f52ddc6f8baedfc546b8dfa2f708316176ab5c067dfb",
  "2025-07": "5905d7b3d5b0c0b6a8902e6217d589420f1d665b07ddb3945e7a8cd9721396a9"
} as const;

/** The files the packs were made of. */
export const sourceFiles = [
  {
    "file": "vn-units-2024-10.csv",
    "sha256": "94dca5baa9025917a7b0fea74b1a58408a0ba81b6d10f71967494fd0ac97befc",
    "what": "Provinces, districts and communes as listed in October 2024"
  },
  {
    "file": "gso-2024-11-01.json",
    "sha256": "7def5518e6f12606af2b23ef09eb29036dcaf87ad0d11a5df1a21682680bb993",
    "what": "data.json of github.com/dvhcvn/data at c6f844907542eba6abefa4a04270aa25e14c3632"
  },
  {
    "file": "gso-2024-12-01.json",
    "sha256": "3b1f6a0e3ffe40a38cba7ba1cdecbfc47be349a58a8b80baa4dfffc85ec32de1",
    "what": "data.json of github.com/dvhcvn/data at 8514174b2c5a9340267996e2a1857b113f16d58f"
  },
  {
    "file": "gso-2025-01-01.json",
    "sha256": "e7b4425c59875d9fdee3bcf0d15d5bf64e4ee07061a8f207142cb6d3eecb9b3a",
    "what": "data.json of github.com/dvhcvn/data at f2ec2390cc5fa285b4ddec940fe0478aaec6d9ac"
  },
  {
    "file": "gso-2025-02-01.json",
    "sha256": "88b52d6dc8e6607daea0060b184e425708d40291eb7397d5aeeccf32f4cf6444",
    "what": "data.json of github.com/dvhcvn/data at 00a1203f9a32bdadb5ea2d76ee81a21027b54650"
  },
  {
    "file": "gso-2025-03-01.json",
    "sha256": "beafdf95426a2a558425dd2ced9b676da6ab23212c17bd0492d8bf2674e78cd1",
    "what": "data.json of github.com/dvhcvn/data at 5393138f97bf5dd32a6b92d88d99691ed09e931d"
  },
  {
    "file": "vn-codes-retired-2024-11_2025-03.csv",
    "sha256": "ad4a41969f13b9cdffe42ad94574cf973b9cd704068b6d97bcfb4c188b30f9fc",
    "what": "The 510 commune codes that left the list between 11/2024 and 03/2025"
  },
  {
    "file": "nha-trang-mergers-2024-11.csv",
    "sha256": "411f37d56e2be29194df6efab53cd2de2c56b10358b595515a2991a2064ed765",
    "what": "Which wards of Nha Trang were joined to which on 2024-11-01"
  },
  {
    "file": "vn-units-2025-07.csv",
    "sha256": "bf89e32d2fcea5279ebf8e246325c27a1759a8f59fe1608ded3134a0411f633c",
    "what": "Provinces and communes from 2025-07-01: CV 915/CTK-CSCL and CV 1027/CTK-CSCL (25/6/2025)"
  },
  {
    "file": "vn-mergers-2025.csv",
    "sha256": "547e4502f52b2ca10c41171a7ce9336a715ed03b5cb33b69c55523ca7acbf852",
    "what": "Which commune went into which on 2025-07-01, wholly or in part"
  }
] as const;
