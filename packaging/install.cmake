# SPDX-License-Identifier: Apache-2.0
# What is installed and where; `cpack --config build/release/CPackConfig.cmake` makes the Debian package of it.
include(GNUInstallDirs)

set(app_id io.github.unchained.unchained)
set(app_name Unchained)
set(app_summary "Rent and host compute whose results anyone can check")

# Debian keeps manual pages and changelogs compressed.
function(install_compressed file name destination)
    get_filename_component(file ${file} ABSOLUTE BASE_DIR ${CMAKE_SOURCE_DIR})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    execute_process(COMMAND gzip -9nc ${file}
                    OUTPUT_FILE ${CMAKE_BINARY_DIR}/${name}.gz COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${CMAKE_BINARY_DIR}/${name}.gz DESTINATION ${destination})
endfunction()
set(doc_folder ${CMAKE_INSTALL_DATADIR}/doc/unchained) # by the package's name

install(TARGETS unchained-node unchained-worker RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY resources/jobs resources/data resources/models DESTINATION ${CMAKE_INSTALL_DATADIR}/unchained)
install_compressed(packaging/unchained-node.1 unchained-node.1 ${CMAKE_INSTALL_MANDIR}/man1)
install_compressed(packaging/unchained-worker.1 unchained-worker.1 ${CMAKE_INSTALL_MANDIR}/man1)
install_compressed(CHANGELOG.md CHANGELOG.md ${doc_folder})
configure_file(packaging/changelog.in ${CMAKE_BINARY_DIR}/changelog @ONLY) # in the form that Debian's tools read
install_compressed(${CMAKE_BINARY_DIR}/changelog changelog ${doc_folder})
install(FILES packaging/copyright DESTINATION ${doc_folder})
install(FILES packaging/unchained-host.service DESTINATION lib/systemd/user)

if(TARGET unchained)
    target_compile_definitions(unchained PRIVATE UNCHAINED_APP_ID="${app_id}")
    configure_file(packaging/unchained.desktop.in ${CMAKE_BINARY_DIR}/${app_id}.desktop @ONLY)
    configure_file(packaging/unchained.metainfo.xml.in ${CMAKE_BINARY_DIR}/${app_id}.metainfo.xml @ONLY)
    install(TARGETS unchained RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES ${CMAKE_BINARY_DIR}/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${CMAKE_BINARY_DIR}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/app/unchained.svg RENAME ${app_id}.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install_compressed(packaging/unchained.1 unchained.1 ${CMAKE_INSTALL_MANDIR}/man1)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME unchained)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "rent and host compute whose results anyone can check")
set(CPACK_PACKAGE_DESCRIPTION
    "A marketplace for compute. A host lists a machine, a renter trains a network\n on it in small steps that give the same bits on every machine, part of the\n steps is drawn by lot, paid for and computed again, and a host who lied loses\n a bond. Contains the window, the headless node and the worker that computes.")
set(CPACK_PACKAGE_CONTACT "The Unchained authors <unchained@example.org>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins and a font, which shlibdeps does not see.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, fonts-inter")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
